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

    public static ReplayedJournal WithStudy(string name = "s")
    {
        var replay = new ReplayedJournal();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(writer => writer.CreateStudy(name, [OptimizationDirection.Minimize])));
        return replay;
    }

    /// <summary>A study with one running trial.</summary>
    public static ReplayedJournal WithTrial()
    {
        ReplayedJournal replay = WithStudy();
        Assert.Equal(JournalOutcome.Applied, replay.Apply(CreateRunning));
        return replay;
    }

    public static void CreateRunning(JournalRecordWriter writer) => writer.CreateTrial(0, new JournalTrialTemplate { Started = Noon });

    public static void CreateWaiting(JournalRecordWriter writer) => writer.CreateTrial(0, new JournalTrialTemplate { State = TrialState.Waiting });
}
