"""What stands where in a document of a form, said once for every printer."""
