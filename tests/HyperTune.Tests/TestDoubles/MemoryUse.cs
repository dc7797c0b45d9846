using System.Runtime.CompilerServices;

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
            (T Created, long Bytes) use = Measure(create);
            if (use.Bytes >= least || attempt == Attempts)
            {
                return use;
            }

            // What is still held would count as there before, and as gone after, the next attempt.
            use = default;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (T Created, long Bytes) Measure<T>(Func<T> create)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        T created = create();
        return (created, GC.GetTotalMemory(forceFullCollection: true) - before);
    }
}
