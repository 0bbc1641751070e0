/**
 * Stands in for Node's `url` in the browser bundle. The base class of debug sessions uses it to turn paths into URIs for
 * clients that ask for it; sessions here name files by the URIs they got.
 */
export {};
