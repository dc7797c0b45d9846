namespace HyperTune.Benchmarks;

/// <summary>One benchmark that can be started from the command line.</summary>
internal abstract class Command
{
    /// <summary>The word that starts it.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>The options it understands.</summary>
    public abstract IReadOnlyList<Option> Options { get; }

    /// <summary>Runs the benchmark; throws a <see cref="UsageException"/> for a bad option value, and a <see cref="FaultException"/> where the product is at fault.</summary>
    public abstract void Run(Arguments arguments, TextWriter output, TextWriter progress);
}
