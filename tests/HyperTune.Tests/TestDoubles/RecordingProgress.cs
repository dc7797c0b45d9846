using System.Collections.Concurrent;

namespace HyperTune.Tests;

/// <summary>Keeps what it receives, on the thread that reports.</summary>
internal sealed class RecordingProgress : IProgress<StudyProgress>
{
    private readonly ConcurrentQueue<StudyProgress> _reports = new();

    public IReadOnlyList<StudyProgress> Reports => [.. _reports];

    public void Report(StudyProgress value) => _reports.Enqueue(value);
}
