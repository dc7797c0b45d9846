namespace HyperTune.Benchmarks;

/// <summary>Something small to time: it runs in batches, because one operation is shorter than a clock's tick.</summary>
internal abstract class Workload
{
    /// <summary>What is timed, for tables.</summary>
    public abstract string Name { get; }

    /// <summary>Does the operation so many times, in a loop of its own so that nothing but the operation is inside it.</summary>
    public abstract void Run(int count);
}
