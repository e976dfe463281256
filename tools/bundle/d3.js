// What the page takes from d3, under the global name `vendor`. Only what is named here gets into the file.
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
