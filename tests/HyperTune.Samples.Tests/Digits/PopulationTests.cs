using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Samples.Tests;

/// <summary>Population-based training of a real model: what it finds is that the step size has to decay.</summary>
public sealed class PopulationTests
{
    private const int Intervals = 12;
    private const int Seeds = 6;
    private const double WrongLabels = 0.4;
    private const int Interval = 360;

    private static readonly DigitSplit Data = DigitSplit.Create(DigitFile.LoadEmbedded(), seed: 1);

    [Fact]
    public void Copies_of_the_best_train_better_than_the_same_population_without()
    {
        double[] with = Run(new PopulationOptions());
        double[] without = Run(new PopulationOptions { ExploitFraction = 0 });

        // Nothing was chosen on these seeds; on six others it was 0.642 against 0.682.
        Assert.True(with.Average() < 0.98 * without.Average(), $"{string.Join(' ', with)} against {string.Join(' ', without)}");
        Assert.True(with.Zip(without).Count(static pair => pair.First < pair.Second) >= Seeds - 1, $"{string.Join(' ', with)} against {string.Join(' ', without)}");
    }

    private static double[] Run(PopulationOptions options) =>
    [
        .. Enumerable.Range(10, Seeds).Select(seed => Study
            .Minimize<StepSize>(new StudyOptions { Seed = seed, Strategy = Strategy.PopulationBased(options) })
            .Run(Train, options.Population * Intervals).BestObserved.Value!.Value),
    ];

    // Logistic regression by steps for single pictures, of which two in five are shown with a random label, so that large steps never settle and small ones take
    // long; the value is the mean cross-entropy on pictures that it has not seen.
    private static TrialOutcome Train(StepSize config, Trial<StepSize> trial)
    {
        var weights = new double[DigitSet.ClassCount * (DigitSet.PictureSize + 1)];
        int begun = 0;
        using (Stream? before = trial.Checkpoint.Open())
        {
            if (before is not null)
            {
                using var reader = new BinaryReader(before);
                begun = reader.ReadInt32();
                for (int i = 0; i < weights.Length; i++)
                {
                    weights[i] = reader.ReadDouble();
                }
            }
        }

        var random = new RandomStream(17, (ulong)begun);
        double[] shares = new double[DigitSet.ClassCount];
        for (int example = 0; example < Interval; example++)
        {
            int picked = (int)random.NextInteger(Data.Training.Count);
            Predict(weights, Data.Training.Pictures, picked, shares);
            int label = random.NextUnit() < WrongLabels ? (int)random.NextInteger(DigitSet.ClassCount) : Data.Training.Labels[picked];
            for (int digit = 0; digit < shares.Length; digit++)
            {
                double slope = config.Rate * (shares[digit] - (digit == label ? 1 : 0));
                int row = digit * (DigitSet.PictureSize + 1);
                for (int place = 0; place < DigitSet.PictureSize; place++)
                {
                    weights[row + place] -= slope * Data.Training.Pictures[place, picked];
                }

                weights[row + DigitSet.PictureSize] -= slope;
            }
        }

        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(begun + 1);
        Array.ForEach(weights, writer.Write);
        content.Position = 0;
        trial.Checkpoint.Save(content);
        return Enumerable.Range(0, Data.Validation.Count).Average(picture =>
        {
            Predict(weights, Data.Validation.Pictures, picture, shares);
            return -Math.Log(Math.Max(shares[Data.Validation.Labels[picture]], 1e-12));
        });
    }

    private static void Predict(double[] weights, Matrix<double> pictures, int picture, double[] shares)
    {
        double largest = double.NegativeInfinity;
        for (int digit = 0; digit < shares.Length; digit++)
        {
            int row = digit * (DigitSet.PictureSize + 1);
            double sum = weights[row + DigitSet.PictureSize];
            for (int place = 0; place < DigitSet.PictureSize; place++)
            {
                sum += weights[row + place] * pictures[place, picture];
            }

            shares[digit] = sum;
            largest = Math.Max(largest, sum);
        }

        double total = 0;
        for (int digit = 0; digit < shares.Length; digit++)
        {
            total += shares[digit] = Math.Exp(shares[digit] - largest);
        }

        for (int digit = 0; digit < shares.Length; digit++)
        {
            shares[digit] /= total;
        }
    }
}

[SearchSpace]
internal sealed partial record StepSize
{
    [LogUniform(1e-3, 3)] public double Rate { get; init; } = 0.1;
}
