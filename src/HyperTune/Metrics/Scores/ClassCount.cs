using System.Runtime.InteropServices;

namespace HyperTune.Metrics.Scores;

/// <summary>The weight of the samples of one class.</summary>
internal struct ClassCount
{
    /// <summary>Of the samples that are expected to be of the class.</summary>
    public double Expected;

    /// <summary>Of those that are predicted to be.</summary>
    public double Predicted;

    /// <summary>Of those that are both.</summary>
    public double Correct;

    public readonly double Precision => Ratio(Correct, Predicted);

    public readonly double Recall => Ratio(Correct, Expected);

    public readonly double F1 => Ratio(2 * Correct, Expected + Predicted);

    /// <summary>A count a class that occurs in a sample that counts.</summary>
    public static ReadOnlySpan<ClassCount> Of(ReadOnlySpan<int> expected, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights)
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, predicted.Length, nameof(predicted), weights);
        var places = new Dictionary<int, int>();
        var counts = new List<ClassCount>();
        for (int i = 0; i < expected.Length; i++)
        {
            double weight = checkedWeights[i];
            if (weight > 0)
            {
                int of = PlaceOf(expected[i], places, counts);
                int by = PlaceOf(predicted[i], places, counts);
                Add(CollectionsMarshal.AsSpan(counts), of, by, weight);
            }
        }

        return CollectionsMarshal.AsSpan(counts);
    }

    /// <summary>The counts of <see langword="false"/> and of <see langword="true"/>.</summary>
    public static ReadOnlySpan<ClassCount> Of(ReadOnlySpan<bool> expected, ReadOnlySpan<bool> predicted, ReadOnlySpan<double> weights)
    {
        SampleWeights checkedWeights = Samples.Check(expected.Length, predicted.Length, nameof(predicted), weights);
        var counts = new ClassCount[2];
        for (int i = 0; i < expected.Length; i++)
        {
            Add(counts, expected[i] ? 1 : 0, predicted[i] ? 1 : 0, checkedWeights[i]);
        }

        return counts;
    }

    private static void Add(Span<ClassCount> counts, int expected, int predicted, double weight)
    {
        counts[expected].Expected += weight;
        counts[predicted].Predicted += weight;
        if (expected == predicted)
        {
            counts[expected].Correct += weight;
        }
    }

    private static int PlaceOf(int label, Dictionary<int, int> places, List<ClassCount> counts)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, label, out bool isKnown);
        if (!isKnown)
        {
            place = counts.Count;
            counts.Add(default);
        }

        return place;
    }

    // Where nothing was predicted or expected, there is nothing to be right about.
    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
