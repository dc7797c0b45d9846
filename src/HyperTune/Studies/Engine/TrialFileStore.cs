using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.State.Files;
using HyperTune.Storage.Artifacts;
using HyperTune.Studies.Artifacts;

namespace HyperTune.Studies.Engine;

/// <summary>
/// Saves and opens what trials keep beside their results. A file is written first, under a key of its own, and noted in the log then: whatever is cut short
/// leaves at most bytes that nobody knows, which <see cref="TrialFileCleaner"/> clears away.
/// </summary>
internal sealed class TrialFileStore(
    StudySession session, TrialKeeper keeper, TrialEnder ender, ArtifactStore? store, TrialFileCleaner cleaner, TrialDirectories directories)
    : ITrialFiles
{
    private const string Refusal = "cannot save anything any more";

    private ArtifactStore Store => store ?? throw new InvalidOperationException(
        $"Study '{session.Title}' has no place for artifacts and checkpoints, because its storage has none of its own: set {nameof(StudyOptions)}."
        + $"{nameof(StudyOptions.Artifacts)}, for instance to a {nameof(FileArtifactStore)}.");

    public TrialFiles FilesOf(int number)
    {
        lock (session.Gate)
        {
            return session.State.Files.Of(number);
        }
    }

    public int? ParentOf(int number)
    {
        lock (session.Gate)
        {
            return session.State.ParentOf(number);
        }
    }

    public async ValueTask SaveAsync(int number, string? name, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read. Hand over one that is open for reading, at the first byte to save.", nameof(content));
        }

        ender.ThrowIfEnded(number, Refusal);
        string scope = await OpenScopeAsync(cancellationToken).ConfigureAwait(false);
        string key = FileKey.New(scope, number, keeper.Owner).ToString();
        StoredFile? before = FilesOf(number).Find(name);
        StoredFile file = await WriteAsync(name, key, content, cancellationToken).ConfigureAwait(false);
        Decision decision = await session.CommitAsync(new SaveFile(number, file, keeper.Owner), cancellationToken).ConfigureAwait(false);
        if (decision.Kind != DecisionKind.Done)
        {
            await cleaner.DeleteAsync(number, key).ConfigureAwait(false);
            throw Refused(number);
        }

        if (before is not null && FilesOf(number).Find(name)?.Key != before.Key)
        {
            await cleaner.DeleteAsync(number, before.Key).ConfigureAwait(false);
        }
    }

    public async ValueTask<Stream> OpenAsync(int number, StoredFile file, CancellationToken cancellationToken)
    {
        Stream content = await OpenUncheckedAsync(number, file, cancellationToken).ConfigureAwait(false);
        bool isKept = false;
        try
        {
            (long length, string hash) = content.CanSeek && content.Length != file.Length
                ? (content.Length, "")
                : await HashedStream.MeasureAsync(content, cancellationToken).ConfigureAwait(false);
            if (length != file.Length || hash != file.Hash)
            {
                throw Broken(number, file, length != file.Length
                    ? $"is not whole: it has {length} bytes, and {file.Length} were saved"
                    : "is damaged: its bytes are not those that were saved");
            }

            if (content.CanSeek)
            {
                content.Position = 0;
                isKept = true;
                return content;
            }
        }
        finally
        {
            if (!isKept)
            {
                await content.DisposeAsync().ConfigureAwait(false);
            }
        }

        return await OpenUncheckedAsync(number, file, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<string> OpenDirectoryAsync(int number, CancellationToken cancellationToken)
    {
        ender.ThrowIfEnded(number, "cannot use its directory any more; its record says where it is");
        string scope = await OpenScopeAsync(cancellationToken).ConfigureAwait(false);
        Decision decision = await session.CommitAsync(new NoteDirectory(number, keeper.Owner), cancellationToken).ConfigureAwait(false);
        return decision.Kind == DecisionKind.Done ? directories.Open(scope, number) : throw Refused(number);
    }

    public string? FindDirectory(int number, TrialFiles files)
    {
        string? scope;
        lock (session.Gate)
        {
            scope = session.State.Files.Scope;
        }

        return files.HasDirectory && scope is not null ? directories.Find(scope, number) : null;
    }

    private async ValueTask<StoredFile> WriteAsync(string? name, string key, Stream content, CancellationToken cancellationToken)
    {
        var hashed = new HashedStream(content);
        await using (hashed.ConfigureAwait(false))
        {
            await Store.WriteAsync(key, hashed, cancellationToken).ConfigureAwait(false);
            return hashed.IsAtEnd
                ? new StoredFile(name, key, hashed.Count, hashed.Hash())
                : throw new InvalidOperationException($"The store of artifacts ({Store}) has not read the stream to its end.");
        }
    }

    private async ValueTask<string> OpenScopeAsync(CancellationToken cancellationToken)
    {
        _ = Store;
        if (Scope() is null)
        {
            await session.CommitAsync(new OpenFiles(FileKey.NewScope()), cancellationToken).ConfigureAwait(false);
        }

        await cleaner.SweepOnceAsync(cancellationToken).ConfigureAwait(false);
        return Scope()!;

        string? Scope()
        {
            lock (session.Gate)
            {
                return session.State.Files.Scope;
            }
        }
    }

    private async ValueTask<Stream> OpenUncheckedAsync(int number, StoredFile file, CancellationToken cancellationToken)
    {
        if (await Store.TryOpenAsync(file.Key, cancellationToken).ConfigureAwait(false) is { } content)
        {
            return content;
        }

        // The study may have replaced or deleted it after the caller learnt of it.
        await session.RefreshAsync(cancellationToken).ConfigureAwait(false);
        throw Broken(number, file, FilesOf(number).Find(file.Name)?.Key == file.Key
            ? "is missing"
            : "was replaced or deleted by the study meanwhile, so that its file is missing. Ask the study for the trial's record again");
    }

    private ArtifactException Broken(int number, StoredFile file, string what)
    {
        string subject = file.Name is null ? "The checkpoint" : $"Artifact '{file.Name}'";
        return new ArtifactException(number, file.Name, $"{subject} of trial {number} of study '{session.Name}' {what} ({Store.Describe(file.Key)}).");
    }

    private InvalidOperationException Refused(int number)
    {
        ender.ThrowIfEnded(number, Refusal);
        return new InvalidOperationException(
            $"Trial {number} of study '{session.Title}' is not run by this process any more, because it was given back or gave no sign of life for longer than "
            + $"{nameof(SharingOptions)}.{nameof(SharingOptions.Lease)}; what it wants to save now is not kept.");
    }
}
