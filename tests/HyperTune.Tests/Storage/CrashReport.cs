using Xunit.Abstractions;
using Xunit.Sdk;

namespace HyperTune.Tests;

/// <summary>Says in one line, when all crash tests are done, how often writers died and what that cost.</summary>
public sealed class CrashReport(IMessageSink output) : IDisposable
{
    private readonly Lock _lock = new();
    private int _killed;
    private int _simulated;
    private int _told;
    private int _lost;
    private int _doubled;

    internal void Add(in CrashCounts counts)
    {
        lock (_lock)
        {
            _killed += counts.Killed;
            _simulated += counts.Simulated;
            _told += counts.Told;
            _lost += counts.Lost;
            _doubled += counts.Doubled;
        }
    }

    public void Dispose() => output.OnMessage(new DiagnosticMessage(
        $"Crash tests: {_killed} writers killed and {_simulated} deaths simulated, {_told} results told, {_lost} lost, {_doubled} doubled."));
}
