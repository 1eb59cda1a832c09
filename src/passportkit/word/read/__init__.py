"""A Word document as a person sees it."""
