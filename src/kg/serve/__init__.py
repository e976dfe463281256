"""A built graph as a service on this machine: the Reconciliation Service API, for OpenRefine and its like."""

from kg.serve.manifest import ROOT
from kg.serve.server import Server, bound
from kg.serve.service import Options, Service

__all__ = ["ROOT", "Options", "Server", "Service", "bound"]
