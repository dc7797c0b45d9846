namespace HyperTune.Models.Importance;

/// <summary>A way to measure how important parameters are, that can be asked of any part of the trials.</summary>
internal abstract class ImportanceMeasure
{
    /// <summary>How many trials there are to choose from.</summary>
    public abstract int RowCount { get; }

    /// <summary>How many random halves of the trials to measure.</summary>
    public abstract int HalfSampleCount { get; }

    /// <summary>What is measured, as a sentence.</summary>
    /// <param name="subject">What the trials are good or bad in, in words.</param>
    public abstract string Explain(string subject);

    /// <summary>The importance of each coordinate of the cube, at least 0, by each of some samples.</summary>
    /// <param name="samples">The trials of each sample, in ascending order.</param>
    public abstract double[][] Measure(IReadOnlyList<int[]> samples);
}
