#include "gpu/egl_native.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace dex {

Result<std::unique_ptr<EglNative>> EglNative::open() {
    EGLDisplay display = EGL_NO_DISPLAY;
    const auto platformDisplay =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (platformDisplay) display = platformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) return Status::NoGpu;
    if (eglBindAPI(EGL_OPENGL_ES_API) == EGL_FALSE) return Status::NoGpu;

    const EGLint configWishes[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT,
                                   EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configCount = 0;
    if (eglChooseConfig(display, configWishes, &config, 1, &configCount) == EGL_FALSE) return Status::NoGpu;
    const EGLint contextWishes[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_NONE};
    const EGLContext context =
        eglCreateContext(display, configCount > 0 ? config : nullptr, EGL_NO_CONTEXT, contextWishes);
    if (context == EGL_NO_CONTEXT) return Status::NoGpu;
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE) {
        eglDestroyContext(display, context);
        return Status::NoGpu;
    }
    std::unique_ptr<EglNative> opened(new EglNative);
    opened->display_ = display;
    opened->context_ = context;
    return opened;
}

EglNative::~EglNative() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    eglReleaseThread();
}

}  // namespace dex
