using Microsoft.Extensions.Logging;

namespace HyperTune.Tests;

/// <summary>Names, reasons and values that come from users and files stay text wherever they are shown.</summary>
public sealed class PrintableTests
{
    private const string Evil = "a\r\nfail: forged line \u001b[2J\u202e\u2028\u0085";

    [Theory]
    [InlineData("", "")]
    [InlineData("plain 'text' 100 %", "plain 'text' 100 %")]
    [InlineData("größer, 大きい, \U0001F600", "größer, 大きい, \U0001F600")]
    [InlineData("a\nb\rc\td", "a\\nb\\rc\\td")]
    [InlineData("\u001b[31m\u0000\u007f\u009b", "\\u001b[31m\\u0000\\u007f\\u009b")]
    [InlineData("\u2028\u2029\u202e\u200b\ufeff", "\\u2028\\u2029\\u202e\\u200b\\ufeff")]
    public void Marks_that_do_not_print_are_written_out(string text, string expected) => Assert.Equal(expected, Printable.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_written_out() => Assert.Equal("a\\ud83d", Printable.Of("a\ud83d"));

    [Fact]
    public void Logs_and_errors_of_a_study_with_any_name_stay_on_their_line()
    {
        var log = new RecordingLogger();
        Study<double[]> study = Studies.Minimize(Studies.Seeded with { Name = Evil, Logger = log });
        StudyResult<double[]> result = study.Run((_, _) => TrialOutcome.Failed(Evil), 3);
        Assert.Equal(Evil, study.Name);
        Assert.Equal(Evil, result.Trials[0].FailureReason);
        Assert.All(log.Lines, static line => AssertPrints(line.Message));
        Assert.Contains(log.Lines, static line => line.Level == LogLevel.Warning);
        AssertPrints(result.ToString());
        AssertPrints(result.Trials[0].ToString());
        AssertPrints(TrialOutcome.Failed(Evil).ToString());
        AssertPrints(Assert.Throws<InvalidOperationException>(() => result.Best).Message);
    }

    [Fact]
    public void Values_of_a_structured_log_are_printable_too()
    {
        var log = new StateLogger();
        PrintableLogger.Of(log).Log(LogLevel.Information, "Study {Study} ran {Count} trials.", Evil, 3);
        Assert.Equal(["Study", "Count", "{OriginalFormat}"], log.Values.Select(static value => value.Key));
        AssertPrints((string)log.Values[0].Value!);
        Assert.Equal(3, log.Values[1].Value);
        AssertPrints(log.Text);
    }

    [Fact]
    public void Errors_of_a_journal_stay_on_their_line()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("s\n\u001b.journal");
        File.WriteAllText(path, "notes");
        JournalException exception = Assert.Throws<JournalException>(() => Studies.Minimize(Studies.Seeded with { Storage = new JournalStorage(path) }).Run(Studies.Bowl, 1));
        Assert.Equal(path, exception.Path);
        AssertPrints(exception.Message);
    }

    private static void AssertPrints(string text) => Assert.Equal(Printable.Of(text), text);

    private sealed class StateLogger : ILogger
    {
        public IReadOnlyList<KeyValuePair<string, object?>> Values { get; private set; } = [];

        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Values = [.. Assert.IsAssignableFrom<IReadOnlyList<KeyValuePair<string, object?>>>(state)];
            Text = state!.ToString()!;
        }
    }
}
