using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.State.Files;
using HyperTune.Studies.Diagnostics;
using HyperTune.Trials;

namespace HyperTune.Studies.Engine;

/// <summary>
/// Deletes what trials saved and is wanted no more. What cannot be deleted stays for the next process: nothing here makes a trial fail. And nothing is deleted
/// that somebody may yet note in the log, nor what belongs to another study.
/// </summary>
internal sealed class TrialFileCleaner(StudySession session, StudyOptions options, ArtifactStore? store, TrialDirectories directories)
{
    private bool _hasSwept;
    private bool _hasBegun;

    /// <summary>Whether trials may lose what they saved.</summary>
    public bool IsTidying => options.Keep.Count is not null;

    /// <summary>Whether <see cref="BeginAsync"/> is yet to be called.</summary>
    public bool HasToBegin => IsTidying && !Volatile.Read(ref _hasBegun);

    /// <summary>
    /// Does what an earlier process had no time for any more, where only the best trials are to keep what they saved; before the first trial starts, since who
    /// only looks at a study changes nothing.
    /// </summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _hasBegun, true);
        await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        if (store is not null && Scope() is not null && !session.IsClosed)
        {
            await SweepOnceAsync(cancellationToken).ConfigureAwait(false);
            await TidyAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Deletes what trials saved that have ended and are not among the best.</summary>
    public async ValueTask TidyAsync()
    {
        if (options.Keep.Count is not { } count)
        {
            return;
        }

        int[] losers;
        lock (session.Gate)
        {
            losers = [.. session.State.Files.Trials.Where(number => KeptFiles.MayGo(session.State, number, count))];
        }

        try
        {
            foreach (int number in losers)
            {
                await DropAsync(number, count).ConfigureAwait(false);
            }
        }
        catch (IOException exception)
        {
            // The log cannot be written, for the moment or for ever; the trial's end was, and is told.
            options.Logger.FilesNotDropped(exception, session.Name);
        }
    }

    /// <summary>Clears away, once a process, what others left that were cut short between writing a file, noting it, and deleting the one before.</summary>
    public async ValueTask SweepOnceAsync(CancellationToken cancellationToken)
    {
        // What only this process knows is gone with it.
        if (session.IsAlone || Interlocked.Exchange(ref _hasSwept, true))
        {
            return;
        }

        string scope = Scope()!;
        var found = new List<string>();
        try
        {
            await foreach (string key in store!.ListAsync(FileKey.PrefixOf(scope), cancellationToken).ConfigureAwait(false))
            {
                found.Add(key);
            }
        }
        catch (IOException exception)
        {
            options.Logger.FilesNotSwept(exception, session.Name);
        }

        // What was written before the list was made and is noted at all is in the log by now, unless its writer is still at it.
        await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        foreach ((int trial, string key) in FindGarbage(found))
        {
            await DeleteAsync(trial, key).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes a file or a directory of this study; one that another study may share is left alone.</summary>
    public async ValueTask DeleteAsync(int trial, string key)
    {
        if (Scope() is not { } scope || !key.StartsWith(FileKey.PrefixOf(scope), StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            directories.DeleteTemporary(key);
            await store!.TryDeleteAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            options.Logger.FileNotDeleted(exception, trial, session.Name, key);
        }
    }

    private async ValueTask DropAsync(int number, int count)
    {
        TrialFiles files;
        string? scope;
        lock (session.Gate)
        {
            files = session.State.Files.Of(number);
            scope = session.State.Files.Scope;
        }

        // The log first: bytes without an entry are garbage, an entry without bytes would be an error.
        Decision decision = await session.CommitAsync(new DropFiles(number, count), CancellationToken.None).ConfigureAwait(false);
        if (decision.Kind != DecisionKind.Done)
        {
            return;
        }

        foreach (StoredFile file in files.All)
        {
            await DeleteAsync(number, file.Key).ConfigureAwait(false);
        }

        if (files.HasDirectory)
        {
            await DeleteAsync(number, FileKey.DirectoryOf(scope!, number)).ConfigureAwait(false);
        }
    }

    private List<(int Trial, string Key)> FindGarbage(List<string> found)
    {
        var garbage = new List<(int Trial, string Key)>();
        lock (session.Gate)
        {
            // What this version does not understand may know files that it does not see.
            foreach (string text in session.State.Unknown.Count > 0 ? [] : found)
            {
                if (FileKey.TryParse(text, out FileKey key) && IsGarbage(in key))
                {
                    garbage.Add((key.Trial, text));
                }
                else if (FileKey.TryParseDirectory(text, out int trial) && IsLeftDirectory(trial))
                {
                    garbage.Add((trial, text));
                }
            }
        }

        return garbage;
    }

    // A file that is not noted can only be noted yet by the process that wrote it, as long as that one runs the trial: the log refuses it from all others.
    private bool IsGarbage(in FileKey key)
    {
        StudyState state = session.State;
        if (key.Trial >= state.Trials.Count || state.Files.IsKept(in key))
        {
            return false;
        }

        return state.Trials.StateOf(key.Trial) != TrialState.Running
            || (state.Owners.TryGetValue(key.Trial, out TrialOwner running) && FileKey.WriterOf(running.Owner) != key.Writer);
    }

    private bool IsLeftDirectory(int trial)
        => trial < session.State.Trials.Count
            && TrialStates.IsEnd(session.State.Trials.StateOf(trial))
            && session.State.Files.Of(trial) is { AreDropped: true, HasDirectory: false };

    private string? Scope()
    {
        lock (session.Gate)
        {
            return session.State.Files.Scope;
        }
    }
}
