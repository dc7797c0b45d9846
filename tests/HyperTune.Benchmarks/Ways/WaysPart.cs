namespace HyperTune.Benchmarks;

/// <summary>One of the everyday ways of using a study, measured beside what others do.</summary>
internal abstract class WaysPart
{
    /// <summary>The word that chooses it.</summary>
    public abstract string Name { get; }

    /// <summary>Measures and writes the figures with their aims.</summary>
    public abstract void Run(Arguments arguments, TextWriter output, TextWriter progress);
}
