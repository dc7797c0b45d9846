using System.Text;

namespace HyperTune.Tests;

/// <summary>Short ways to write records and to replay lines.</summary>
internal static class JournalFixture
{
    public static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    public static readonly JournalFloatDistribution Unit = new(0, 1);

    /// <summary>The records that <paramref name="write"/> writes, without the last line break.</summary>
    public static string Records(Action<JournalRecordWriter> write, string worker = "w")
    {
        var writer = new JournalRecordWriter { WorkerId = worker };
        write(writer);
        return Encoding.UTF8.GetString(writer.Written).TrimEnd('\n');
    }

    public static JournalOutcome Apply(this JournalReplay replay, string line) => replay.Apply(Encoding.UTF8.GetBytes(line));

    /// <summary>Applies what <paramref name="write"/> writes; the outcome of the last record.</summary>
    public static JournalOutcome Apply(this JournalReplay replay, Action<JournalRecordWriter> write, string worker = "w")
        => Records(write, worker).Split('\n').Select(line => replay.Apply(line)).Last();

    public static JournalReplay WithStudy(string name = "s")
    {
        var replay = new JournalReplay();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.CreateStudy(name, [OptimizationDirection.Minimize])));
        return replay;
    }

    /// <summary>A study with one running trial.</summary>
    public static JournalReplay WithTrial()
    {
        JournalReplay replay = WithStudy();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(StartTrial));
        return replay;
    }

    public static void StartTrial(JournalRecordWriter writer) => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon });

    public static void EnqueueTrial(JournalRecordWriter writer) => writer.CreateTrial(0, new JournalTrialTemplate { State = TrialState.Waiting });
}
