"""The network desk: the page that draws, finds, filters and cites, as one offline HTML file."""
