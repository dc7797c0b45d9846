using System.Diagnostics;

namespace HyperTune.Benchmarks;

/// <summary>Says how far a long benchmark is, at most once a second.</summary>
internal sealed class Progress(int total, TextWriter writer)
{
    private readonly Lock _lock = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _last;
    private int _done;

    public void Done(string what)
    {
        lock (_lock)
        {
            _done++;
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
            if (_done == total || elapsed - _last >= TimeSpan.FromSeconds(1))
            {
                _last = elapsed;
                writer.WriteLine($"{_done}/{total} ({100L * _done / total} %) after {elapsed.TotalSeconds:F0} s: {what}");
            }
        }
    }
}
