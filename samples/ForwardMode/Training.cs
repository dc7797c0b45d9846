using Digits;

namespace ForwardMode;

/// <summary>Tells odd digits from even ones by a weighted sum of their ink: logistic regression, trained by a fixed number of steps with momentum.</summary>
/// <remarks>Every number that depends on the config carries its derivatives, so that those of the loss come out at the end: forward-mode differentiation.</remarks>
internal static class Training
{
    private const int Steps = 40;

    /// <summary>The trained weights, one a square, and a constant at the end.</summary>
    public static Dual[] Train(DigitSet digits, TrainingConfig config)
    {
        var rate = new Dual(config.LearningRate, First: 1);
        var momentum = new Dual(config.Momentum, Second: 1);
        var penalty = new Dual(config.Penalty, Third: 1);
        var weights = new Dual[DigitSet.PictureSize + 1];
        var step = new Dual[weights.Length];
        for (int round = 0; round < Steps; round++)
        {
            Dual[] gradient = Gradient(digits, weights);
            for (int i = 0; i < weights.Length; i++)
            {
                Dual pull = i < DigitSet.PictureSize ? penalty * weights[i] : 0;
                step[i] = (momentum * step[i]) - (rate * (gradient[i] + pull));
                weights[i] += step[i];
            }
        }

        return weights;
    }

    /// <summary>The mean loss on some digits.</summary>
    public static Dual Loss(DigitSet digits, Dual[] weights)
    {
        Dual sum = 0;
        for (int digit = 0; digit < digits.Count; digit++)
        {
            sum += Dual.SoftPlus((IsOdd(digits, digit) ? -1 : 1) * Sum(digits, weights, digit));
        }

        return 1.0 / digits.Count * sum;
    }

    /// <summary>The share of digits that are taken for the wrong kind.</summary>
    public static double ErrorOn(DigitSet digits, Dual[] weights)
        => Enumerable.Range(0, digits.Count).Average(digit => Sum(digits, weights, digit).Value > 0 == IsOdd(digits, digit) ? 0.0 : 1.0);

    private static Dual[] Gradient(DigitSet digits, Dual[] weights)
    {
        var gradient = new Dual[weights.Length];
        for (int digit = 0; digit < digits.Count; digit++)
        {
            Dual residual = 1.0 / digits.Count * (Dual.Sigmoid(Sum(digits, weights, digit)) - (IsOdd(digits, digit) ? 1 : 0));
            for (int square = 0; square < DigitSet.PictureSize; square++)
            {
                gradient[square] += digits.Pictures[square, digit] * residual;
            }

            gradient[^1] += residual;
        }

        return gradient;
    }

    private static Dual Sum(DigitSet digits, Dual[] weights, int digit)
    {
        Dual sum = weights[^1];
        for (int square = 0; square < DigitSet.PictureSize; square++)
        {
            sum += digits.Pictures[square, digit] * weights[square];
        }

        return sum;
    }

    private static bool IsOdd(DigitSet digits, int digit) => digits.Labels[digit] % 2 == 1;
}
