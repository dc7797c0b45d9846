namespace HyperTune.Tests;

/// <summary>A study's log with the state that follows from it, as an engine has them, but without anything that asks for trials.</summary>
internal sealed class OpenLog : IStudyFollower
{
    private readonly StudySession _session;

    public OpenLog(StudyStorage storage, StudyParticipant participant, SearchSpace space, TimeProvider time, MetricsDescriptor? metrics = null)
    {
        metrics ??= SingleObjective.Minimize;
        Participant = participant = participant with { Records = WantedRecords.Of(metrics) };
        var header = new StudyHeader { Name = "test", Seed = 7, Metrics = metrics.All, Space = space.Outline };
        StudyLog? log = null;
        while (log is null)
        {
            log = Done(storage.TryOpenAsync("test", participant)) ?? Done(storage.TryCreateAsync(header, participant));
        }

        Log = (JournalLog)log;
        _session = new StudySession(Log, new StudyState(space, metrics), this, "test", new StudyClock(time));
        Assert.True(_session.RefreshAsync(default).IsCompletedSuccessfully);
    }

    public StudyParticipant Participant { get; }

    public JournalLog Log { get; }

    public StudyState State => _session.State;

    public StudyReader Reader => _session;

    public long Version => _session.Version;

    public static StudyParticipant Join(TimeProvider time) => new() { Owner = ProcessIdentity.CreateToken(), TimeProvider = time };

    public Decision Commit<TCommand>(TCommand command)
        where TCommand : struct, IStudyCommand
        => Done(_session.CommitAsync(in command, default));

    /// <summary>Starts the next trial.</summary>
    public async Task<int> StartAsync(double[] vector)
        => (await _session.CommitAsync(new StartTrial(State.Trials.Count, vector, null, Participant.Owner, null), default)).Number;

    public void Refresh() => Assert.True(_session.RefreshAsync(default).IsCompletedSuccessfully);

    void IStudyFollower.Follow(in StudyEvent happened)
    {
    }

    // A journal never keeps its caller waiting by other means than the thread.
    private static T Done<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
