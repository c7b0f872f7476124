"""Goods, flights and flows that stop or go on."""
