namespace HyperTune.Tests;

/// <summary>How much memory something takes that is created and kept.</summary>
internal static class MemoryUse
{
    private const int Attempts = 5;

    /// <summary>
    /// Measures; where the rest of the process let go of more than the thing takes meanwhile, as pools of arrays do from time to time, once more.
    /// </summary>
    /// <param name="create">Creates the thing.</param>
    /// <param name="least">Less than this cannot be the thing's own.</param>
    public static (T Created, long Bytes) Of<T>(Func<T> create, long least)
    {
        for (int attempt = 1; ; attempt++)
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            T created = create();
            long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            if (bytes >= least || attempt == Attempts)
            {
                return (created, bytes);
            }
        }
    }
}
