"""An extractor that asks a language model behind an OpenAI-compatible HTTP endpoint; asked only where it is named."""
