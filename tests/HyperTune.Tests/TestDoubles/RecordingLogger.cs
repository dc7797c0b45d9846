using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HyperTune.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLogger : ILogger
{
    private readonly ConcurrentQueue<Line> _lines = new();

    public LogLevel MinimumLevel { get; init; } = LogLevel.Debug;

    public IReadOnlyList<Line> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= MinimumLevel;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _lines.Enqueue(new Line(logLevel, formatter(state, exception), exception));

    internal sealed record Line(LogLevel Level, string Message, Exception? Exception);
}
