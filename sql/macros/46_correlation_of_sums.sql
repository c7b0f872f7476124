-- Pearson's correlation of two series from their number, sums, sums of squares and sum of products.
-- Empty where fewer than 3 pairs are given or one series never changes; rounded to 6 places, so that the order of adding up
-- leaves no trace.
-- Example: select correlation_of_sums(3, 6, 6, 14, 14, 14) as correlation;
create or replace macro correlation_of_sums(n, sum_a, sum_b, squares_a, squares_b, products) as
if(
    n >= 3 and n * squares_a - sum_a * sum_a > 1e-9 * n * squares_a and n * squares_b - sum_b * sum_b > 1e-9 * n * squares_b,
    round(
        greatest(-1, least(
            1, (n * products - sum_a * sum_b)
            / (sqrt(n * squares_a - sum_a * sum_a) * sqrt(n * squares_b - sum_b * sum_b))
        )), 6
    ),
    null
)::double;
