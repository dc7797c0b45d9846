using System.Globalization;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal;

/// <summary>Judges by their signs of life whether the processes that run other trials still do.</summary>
/// <remarks>
/// The end of a process of this machine is seen at once. Of others, the time in the lease is not trusted alone, since clocks differ and jump: a trial
/// whose lease is over must also have been seen unchanged for a while by this process's own steady clock, and one that stays unchanged for more than a
/// whole lease is interrupted whatever the clocks say.
/// </remarks>
internal sealed class JournalLeases(StudyParticipant participant)
{
    private readonly TimeSpan _interval = participant.Lease / 3;
    private readonly TimeProvider _time = participant.TimeProvider;
    private Dictionary<int, (string Text, long Since)> _seen = [];

    /// <summary>The lease of a trial that lives now, as JSON.</summary>
    public string Renew()
        => JournalAttributeValue.Write((_time.GetUtcNow() + participant.Lease).UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The trials that nobody runs any more. Never one of another program, which gives no signs.</summary>
    public List<int> FindInterrupted(IEnumerable<JournalOpenTrial> trials)
    {
        var interrupted = new List<int>();
        Dictionary<int, (string Text, long Since)> before = _seen;
        _seen = [];
        foreach (JournalOpenTrial trial in trials.Where(static trial => ProcessIdentity.IsToken(trial.Owner!)))
        {
            if (ProcessIdentity.IsAlive(trial.Owner!) == false || (trial.Lease is { } lease && IsOver(trial.Number, lease, before)))
            {
                interrupted.Add(trial.Number);
            }
        }

        return interrupted;
    }

    private bool IsOver(int number, string lease, Dictionary<int, (string Text, long Since)> before)
    {
        if (!before.TryGetValue(number, out (string Text, long Since) seen) || seen.Text != lease)
        {
            seen = (lease, _time.GetTimestamp());
        }

        _seen[number] = seen;
        TimeSpan unchanged = _time.GetElapsedTime(seen.Since);
        return unchanged >= participant.Lease + _interval || (unchanged >= _interval && IsPast(lease));
    }

    private bool IsPast(string lease)
        => DateTimeOffset.TryParse(lease, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset end) && _time.GetUtcNow() > end;
}
