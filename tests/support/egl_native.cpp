#include "support/egl_native.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace dex {

Result<std::unique_ptr<EglNative>> EglNative::open(int screenWidth, int screenHeight) {
    EGLDisplay display = EGL_NO_DISPLAY;
    const auto platformDisplay =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (platformDisplay) display = platformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return Status::NoGpu;
    if (eglBindAPI(EGL_OPENGL_ES_API) == EGL_FALSE) return Status::NoGpu;

    const EGLint configWishes[] = {
        EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT, EGL_RED_SIZE, 8, EGL_ALPHA_SIZE, 0,
        EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configCount = 0;
    if (eglChooseConfig(display, configWishes, &config, 1, &configCount) == EGL_FALSE) return Status::NoGpu;
    const EGLint contextWishes[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_NONE};
    const EGLContext context =
        eglCreateContext(display, configCount > 0 ? config : nullptr, EGL_NO_CONTEXT, contextWishes);
    if (context == EGL_NO_CONTEXT) return Status::NoGpu;
    std::unique_ptr<EglNative> opened(new EglNative);
    opened->display_ = display;
    opened->context_ = context;
    if (screenWidth > 0 && screenHeight > 0 && configCount > 0) {
        const EGLint screenWishes[] = {EGL_WIDTH, screenWidth, EGL_HEIGHT, screenHeight, EGL_NONE};
        opened->screen_ = eglCreatePbufferSurface(display, config, screenWishes);
    }
    if (eglMakeCurrent(display, opened->screen_, opened->screen_, context) == EGL_FALSE) return Status::NoGpu;
    return opened;
}

EglNative::~EglNative() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (screen_ != nullptr) eglDestroySurface(display_, screen_);
    eglDestroyContext(display_, context_);
    eglReleaseThread();
}

}  // namespace dex
