using System.Collections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HyperTune.Text;

/// <summary>
/// Hands messages on with all that came from outside made printable, so that a study's name or a failure's reason forges no line of a log. Exceptions are
/// handed on as they are.
/// </summary>
internal sealed class PrintableLogger : ILogger
{
    private readonly ILogger _logger;

    private PrintableLogger(ILogger logger) => _logger = logger;

    /// <summary>A logger that hands on to another.</summary>
    public static ILogger Of(ILogger logger) => logger is NullLogger or PrintableLogger ? logger : new PrintableLogger(logger);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => _logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => _logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (_logger.IsEnabled(logLevel))
        {
            var printable = new Message(Printable.Of(formatter(state, exception)), state as IReadOnlyList<KeyValuePair<string, object?>> ?? []);
            _logger.Log(logLevel, eventId, printable, exception, static (message, _) => message.ToString());
        }
    }

    /// <summary>A message with its values by name, as structured logs keep them.</summary>
    private sealed class Message(string text, IReadOnlyList<KeyValuePair<string, object?>> values) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => values.Count;

        public KeyValuePair<string, object?> this[int index] => values[index] is { Value: string value } pair ? new(pair.Key, Printable.Of(value)) : values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        public override string ToString() => text;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
