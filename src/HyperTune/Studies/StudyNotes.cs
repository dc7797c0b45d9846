using System.Collections;
using System.Collections.Immutable;
using HyperTune.Studies;
using HyperTune.Studies.Engine;

namespace HyperTune;

/// <summary>
/// What is noted of a study: texts by names, such as the version of its data. They are kept with the study, and in a journal Optuna sees them as user
/// attributes of the study.
/// </summary>
/// <remarks>
/// Notes that Optuna wrote are there as well: numbers and truth values as their text; lists and objects are none. What other processes note is seen
/// once this one has read the storage again, as it does whenever it starts a trial or changes a note. All members may be called from any thread.
/// </remarks>
public sealed class StudyNotes : IReadOnlyCollection<KeyValuePair<string, string>>
{
    private readonly Func<StudyEngine> _look;
    private readonly Func<CancellationToken, ValueTask<StudyEngine>> _open;

    /// <param name="look">Opens the study to look at it.</param>
    /// <param name="open">Opens the study to change it.</param>
    internal StudyNotes(Func<StudyEngine> look, Func<CancellationToken, ValueTask<StudyEngine>> open)
    {
        _look = look;
        _open = open;
    }

    /// <summary>How many notes there are.</summary>
    public int Count => Known.Count;

    private ImmutableSortedDictionary<string, string> Known => _look().Notes;

    /// <summary>What a note says.</summary>
    /// <param name="name">The note's name; the comparison is ordinal.</param>
    /// <returns>The text; <see langword="null"/> when there is no such note.</returns>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Known.GetValueOrDefault(name);
        }
    }

    /// <summary>Writes a note, in the place of what it said before.</summary>
    /// <param name="name">The note's name; not empty.</param>
    /// <param name="text">What it is to say.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only (<see cref="Open.ReadOnly"/>).</exception>
    public async ValueTask SetAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(text);
        await ChangeAsync(name, text, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="SetAsync"/>
    public void Set(string name, string text, CancellationToken cancellationToken = default) => Blocking.Wait(SetAsync(name, text, cancellationToken));

    /// <summary>Removes a note; Optuna then sees that it is <c>None</c>.</summary>
    /// <param name="name">The note's name; not empty.</param>
    /// <param name="cancellationToken">Ends the wait for the storage.</param>
    /// <returns>Whether there was such a note.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidOperationException">The study was opened to look at it only (<see cref="Open.ReadOnly"/>).</exception>
    public ValueTask<bool> RemoveAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return ChangeAsync(name, text: null, cancellationToken);
    }

    /// <inheritdoc cref="RemoveAsync"/>
    public bool Remove(string name, CancellationToken cancellationToken = default) => Blocking.Wait(RemoveAsync(name, cancellationToken));

    /// <summary>The notes as they are now, in the ordinal order of their names.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Known.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The notes in one line.</summary>
    public override string ToString() => Text.Printable.Of(string.Join(", ", Known.Select(static note => $"{note.Key}: {note.Value}")));

    private async ValueTask<bool> ChangeAsync(string name, string? text, CancellationToken cancellationToken)
    {
        StudyEngine engine = await _open(cancellationToken).ConfigureAwait(false);
        return await engine.NoteAsync(name, text, cancellationToken).ConfigureAwait(false);
    }
}
