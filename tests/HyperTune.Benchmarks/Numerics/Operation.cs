namespace HyperTune.Benchmarks;

/// <summary>A workload whose operation is long enough for a call through a delegate not to count.</summary>
internal sealed class Operation(string name, Action operation) : Workload
{
    public override string Name => name;

    public override void Run(int count)
    {
        for (int i = 0; i < count; i++)
        {
            operation();
        }
    }
}
