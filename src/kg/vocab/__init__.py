"""The words of the graph: namespaces, own terms, and the SKOS concepts with their labels."""
