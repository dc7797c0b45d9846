using Digits;
using MathNet.Numerics.LinearAlgebra;

namespace Hypergradient;

/// <summary>Tells odd digits from even ones by a weighted sum of their ink: logistic regression with a penalty for each ring of the picture.</summary>
internal sealed class Regression
{
    private const int Side = 8;
    private const int Constant = DigitSet.PictureSize;
    private const int MostSteps = 100;

    // Implicit differentiation holds where the derivative of the training loss is 0, so the training goes on until it nearly is.
    private const double Tolerance = 1e-10;

    private readonly Matrix<double> _hessian;

    private Regression(Vector<double> weights, Matrix<double> hessian)
    {
        Weights = weights;
        _hessian = hessian;
    }

    /// <summary>One weight a square, and a constant at the end.</summary>
    public Vector<double> Weights { get; }

    /// <summary>Which ring a square belongs to: 0 at the border, 3 in the middle.</summary>
    public static int RingOf(int square)
    {
        int row = square / Side;
        int column = square % Side;
        return Math.Min(Math.Min(row, column), Side - 1 - Math.Max(row, column));
    }

    /// <summary>Minimizes the mean loss plus half the sum of penalty times squared weight, by Newton's method.</summary>
    /// <param name="digits">The digits to learn from.</param>
    /// <param name="penalties">One a ring.</param>
    public static Regression Train(DigitSet digits, double[] penalties)
    {
        Vector<double> penalty = Vector<double>.Build.Dense(Constant + 1, i => i == Constant ? 0 : penalties[RingOf(i)]);
        Vector<double> weights = Vector<double>.Build.Dense(Constant + 1);
        for (int step = 0; ; step++)
        {
            Vector<double> gradient = Loss(digits, weights).Gradient + penalty.PointwiseMultiply(weights);
            Matrix<double> hessian = Curvature(digits, weights) + Matrix<double>.Build.DiagonalOfDiagonalVector(penalty);
            if (gradient.InfinityNorm() < Tolerance || step == MostSteps)
            {
                return new Regression(weights, hessian);
            }

            // A full Newton step may go too far at the beginning.
            Vector<double> direction = hessian.Cholesky().Solve(gradient);
            double length = 1;
            double before = Penalized(weights);
            while (length > 1e-6 && !(Penalized(weights - (length * direction)) <= before))
            {
                length /= 2;
            }

            weights -= length * direction;
        }

        double Penalized(Vector<double> w) => Loss(digits, w).Value + (penalty.PointwiseMultiply(w).DotProduct(w) / 2);
    }

    /// <summary>The mean loss on some digits, and its derivatives by the penalties, without training again.</summary>
    /// <remarks>
    /// The implicit function theorem: at the trained weights w, H dw = -w dp for the squares of a ring with penalty p, where H is the Hessian of the training
    /// loss. So the derivative by p is minus the sum of q w over the ring, where H q is the derivative of the loss by the weights.
    /// </remarks>
    public (double Loss, double[] Derivatives) Evaluate(DigitSet digits)
    {
        (double loss, Vector<double> gradient) = Loss(digits, Weights);
        Vector<double> q = _hessian.Cholesky().Solve(gradient);
        double[] derivatives = new double[Side / 2];
        for (int square = 0; square < Constant; square++)
        {
            derivatives[RingOf(square)] -= q[square] * Weights[square];
        }

        return (loss, derivatives);
    }

    /// <summary>The share of digits that are taken for the wrong kind.</summary>
    public double ErrorOn(DigitSet digits)
        => Enumerable.Range(0, digits.Count).Average(i => Sum(digits, Weights, i) > 0 == IsOdd(digits, i) ? 0.0 : 1.0);

    private static (double Value, Vector<double> Gradient) Loss(DigitSet digits, Vector<double> weights)
    {
        double value = 0;
        double[] residuals = new double[digits.Count];
        for (int i = 0; i < digits.Count; i++)
        {
            double sum = Sum(digits, weights, i);
            double margin = IsOdd(digits, i) ? sum : -sum;
            value += margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
            residuals[i] = Sigmoid(sum) - (IsOdd(digits, i) ? 1 : 0);
        }

        Vector<double> residual = Vector<double>.Build.Dense(residuals) / digits.Count;
        return (value / digits.Count, Vector<double>.Build.DenseOfEnumerable([.. digits.Pictures * residual, residual.Sum()]));
    }

    private static Matrix<double> Curvature(DigitSet digits, Vector<double> weights)
    {
        Matrix<double> pictures = digits.Pictures.Stack(Matrix<double>.Build.Dense(1, digits.Count, 1));
        Matrix<double> weighted = Matrix<double>.Build.DenseOfColumnVectors(
            Enumerable.Range(0, digits.Count).Select(i => pictures.Column(i) * (Sigmoid(Sum(digits, weights, i)) * Sigmoid(-Sum(digits, weights, i)) / digits.Count)));

        // A little on the diagonal, for squares that have no ink in any picture.
        return weighted.TransposeAndMultiply(pictures) + (1e-12 * Matrix<double>.Build.DenseIdentity(Constant + 1));
    }

    private static double Sum(DigitSet digits, Vector<double> weights, int digit)
        => digits.Pictures.Column(digit).DotProduct(weights.SubVector(0, Constant)) + weights[Constant];

    private static bool IsOdd(DigitSet digits, int digit) => digits.Labels[digit] % 2 == 1;

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
