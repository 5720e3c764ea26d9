// Adopts WebGL 2 contexts that the page has made, so that C++ needs no canvas and no selector; Closure compiles this
// together with Emscripten's own tables, whose names it shortens.

// Makes the context the current one. Returns its handle.
Module['adoptContext'] = (gl) => {
    const handle = GL.registerContext(gl, { majorVersion: 2, minorVersion: 0 });
    GL.makeContextCurrent(handle);
    return handle;
};
// Forgets a context that was lost or is no longer needed.
Module['dropContext'] = (handle) => GL.deleteContext(handle);
