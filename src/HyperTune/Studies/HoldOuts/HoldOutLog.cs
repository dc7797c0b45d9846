using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune;

/// <summary>The openings of hold-outs among the notes of a study, which every process of it sees.</summary>
/// <param name="notes">The study's notes.</param>
/// <param name="study">The study's name.</param>
internal sealed class HoldOutLog(StudyNotes notes, string study)
{
    private const string Prefix = "hold-out ";
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>All openings, the first one first.</summary>
    public ImmutableArray<HoldOutOpening> All => [.. Read().Select(static entry => entry.Opening)];

    /// <summary>A score as text.</summary>
    public static string Text<TScore>(TScore score) => Convert.ToString(score, CultureInfo.InvariantCulture) ?? "nothing";

    /// <summary>Notes that a hold-out is being opened, before it is.</summary>
    /// <param name="name">The hold-out's name.</param>
    /// <param name="trial">The trial whose config is to be evaluated.</param>
    /// <param name="now">The time.</param>
    /// <param name="again">Whether it may have been opened before.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>The name of the note, and the openings before.</returns>
    /// <exception cref="HoldOutOpenedException">It was opened before.</exception>
    public async Task<(string Note, ImmutableArray<HoldOutOpening> Earlier)> OpenAsync(
        string name, int trial, DateTimeOffset now, bool again, CancellationToken cancellationToken)
    {
        // What was opened before is looked at first, so that a refusal leaves no trace; and again behind the note, because two processes may open it at once:
        // then each sees the other's note, and neither gets in.
        ThrowIfOpened(name, OpeningsOf(name, except: null), again);
        string note = NoteName(name, now);
        await notes.SetAsync(note, $"opened for trial {trial.ToString(CultureInfo.InvariantCulture)}", cancellationToken).ConfigureAwait(false);
        ImmutableArray<HoldOutOpening> others = OpeningsOf(name, note);
        try
        {
            ThrowIfOpened(name, others, again);
        }
        catch (HoldOutOpenedException)
        {
            await notes.RemoveAsync(note, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return (note, others);
    }

    /// <summary>Notes what came out.</summary>
    public async Task<HoldOutOpening> CloseAsync(string note, int trial, string score, CancellationToken cancellationToken)
    {
        await notes.SetAsync(note, $"trial {trial.ToString(CultureInfo.InvariantCulture)} scored {score}", cancellationToken).ConfigureAwait(false);
        return Read().First(entry => entry.Note == note).Opening;
    }

    private void ThrowIfOpened(string name, ImmutableArray<HoldOutOpening> openings, bool again)
    {
        if (!openings.IsEmpty && !again)
        {
            throw new HoldOutOpenedException(study, name, openings);
        }
    }

    private ImmutableArray<HoldOutOpening> OpeningsOf(string name, string? except)
        => [.. Read().Where(entry => entry.Note != except && entry.Opening.HoldOut == name).Select(static entry => entry.Opening)];

    // Two openings within the same tick of the clock would share a note.
    private string NoteName(string name, DateTimeOffset now)
    {
        while (notes[$"{Prefix}{Time(now)} {name}"] is not null)
        {
            now = now.AddTicks(1);
        }

        return $"{Prefix}{Time(now)} {name}";
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    // The notes are in the order of their names, and so of their times.
    private IEnumerable<(string Note, HoldOutOpening Opening)> Read()
    {
        int length = Time(default).Length;
        foreach ((string note, string text) in notes)
        {
            if (note.StartsWith(Prefix, StringComparison.Ordinal)
                && note.Length > Prefix.Length + length + 1
                && DateTimeOffset.TryParseExact(
                    note.AsSpan(Prefix.Length, length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time))
            {
                yield return (note, new HoldOutOpening(note[(Prefix.Length + length + 1)..], time, text));
            }
        }
    }
}
