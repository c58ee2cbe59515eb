//! Logistic regression with a penalty on large weights, by Newton's method.

/// The weights that make the labels likeliest, which are from 0 to 1; `penalty` draws all but the first weight, of what is
/// always there, to zero.
pub fn fit<const N: usize>(examples: &[([f32; N], f64)], penalty: f64) -> [f64; N] {
    let mut weights = [0.0; N];
    for _ in 0..50 {
        let mut gradient = [0.0; N];
        let mut curvature = [[0.0; N]; N];
        for (features, label) in examples {
            let x = features.map(f64::from);
            let odds: f64 = x.iter().zip(weights).map(|(x, weight)| x * weight).sum();
            let p = 1.0 / (1.0 + (-odds).exp());
            for i in 0..N {
                gradient[i] += (label - p) * x[i];
                for j in 0..N {
                    curvature[i][j] += p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        for i in 0..N {
            let penalty = if i == 0 { 1e-6 } else { penalty };
            gradient[i] -= penalty * weights[i];
            curvature[i][i] += penalty;
        }
        let step = solve(curvature, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    weights
}

/// Gaussian elimination with pivots.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for column in 0..N {
        let pivot = (column..N)
            .max_by(|a, b| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs()))
            .unwrap();
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in 0..N {
            if row == column {
                continue;
            }
            let factor = matrix[row][column] / matrix[column][column];
            let pivot_row = matrix[column];
            for (value, pivot) in matrix[row].iter_mut().zip(pivot_row) {
                *value -= factor * pivot;
            }
            right[row] -= factor * right[column];
        }
    }
    std::array::from_fn(|i| right[i] / matrix[i][i])
}
