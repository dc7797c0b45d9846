using System.Globalization;
using System.Text;

namespace HyperTune;

/// <summary>Judges by their signs of life whether the processes that run other trials still do.</summary>
/// <remarks>
/// The end of a process of this machine is seen at once. Of others, the time in the lease is not trusted alone, since clocks differ and jump: a trial
/// whose lease is over must also have been seen unchanged for a while by this process's own steady clock, and one that stays unchanged for more than a
/// whole lease is interrupted whatever the clocks say.
/// </remarks>
internal sealed class JournalLease(TimeSpan lease, TimeProvider timeProvider)
{
    private readonly Dictionary<int, (string Text, long Since)> _seen = [];

    /// <summary>How often a process gives a sign of life.</summary>
    public TimeSpan Interval { get; } = lease / 3;

    /// <summary>The lease of a trial that lives now, as JSON.</summary>
    public string Renew() => $"\"{(timeProvider.GetUtcNow() + lease).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\"";

    /// <summary>Whether nobody runs the trial any more. Always false for a trial of another program, which gives no signs.</summary>
    public bool IsInterrupted(JournalTrial trial)
    {
        if (trial.Owner is { } owner && ProcessIdentity.IsAlive(owner) == false)
        {
            return true;
        }

        if (trial.Owner is null || trial.SystemAttributes is not { } attributes || !attributes.TryGet(JournalAttributeNames.Lease, out string? text))
        {
            return false;
        }

        if (!_seen.TryGetValue(trial.Number, out (string Text, long Since) seen) || seen.Text != text)
        {
            _seen[trial.Number] = seen = (text, timeProvider.GetTimestamp());
        }

        TimeSpan unchanged = timeProvider.GetElapsedTime(seen.Since);
        return unchanged >= lease + Interval || (unchanged >= Interval && timeProvider.GetUtcNow() > EndOf(text));
    }

    private static DateTimeOffset EndOf(string text)
    {
        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(text));
        return new DateTimeOffset(JournalTime.ToUtc(reader.ReadString().Raw, out _));
    }
}
