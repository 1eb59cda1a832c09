"""Runs that are killed, disks that are full, many at once: what must hold for files afterwards."""
