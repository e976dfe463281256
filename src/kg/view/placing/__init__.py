"""Where each node of the desk stands: computed once, when the page is written, so that it opens on a still picture."""
