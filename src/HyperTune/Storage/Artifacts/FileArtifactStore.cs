using HyperTune.Storage.Artifacts;
using HyperTune.Text;

namespace HyperTune;

/// <summary>
/// Keeps artifacts and checkpoints in a directory, each in a file that is called like its key. What studies in a <see cref="JournalStorage"/> use, in the
/// directory beside the journal that is called like it with <c>.files</c> at the end.
/// </summary>
/// <remarks>
/// A file is written under another name, flushed to the disk and renamed, so that it is there as a whole or not at all. Optuna's
/// <c>FileSystemArtifactStore</c> and its dashboard read the same directory.
/// </remarks>
public sealed class FileArtifactStore : ArtifactStore
{
    private const string Unfinished = ".partial";
    private const int BufferSize = 128 * 1024;

    // 0 says that the stream has none of its own: copies come in large pieces.
    private const int NoBuffer = 0;

    /// <summary>Names the directory. It is created when the first file is written.</summary>
    /// <param name="directory">The directory's path; a relative one is resolved at once, against the current directory.</param>
    /// <exception cref="ArgumentException"><paramref name="directory"/> is empty.</exception>
    public FileArtifactStore(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        DirectoryPath = Path.GetFullPath(directory);
    }

    /// <summary>The directory's absolute path.</summary>
    public string DirectoryPath { get; }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(string key, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        string path = PathOf(key);
        string unfinished = path + Unfinished;
        await TryAsync(async () =>
        {
            DurableDirectory.Create(DirectoryPath);
            try
            {
                await WriteFileAsync(unfinished, content, cancellationToken).ConfigureAwait(false);
                File.Move(unfinished, path);
            }
            catch
            {
                // Where even that fails, whoever clears up later does it.
                TryDeleteQuietly(unfinished);
                throw;
            }

            DurableDirectory.Flush(DirectoryPath);
            return true;
        }, key, "written").ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ValueTask<Stream?> TryOpenAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string path = PathOf(key);
        return TryAsync<Stream?>(() =>
        {
            try
            {
                return new(new FileStream(path, new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                }));
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                return new((Stream?)null);
            }
        }, key, "read");
    }

    /// <inheritdoc/>
    public override ValueTask<bool> TryDeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string path = PathOf(key);
        return TryAsync(() =>
        {
            bool hasDirectory = Directory.Exists(path);
            if (hasDirectory)
            {
                Directory.Delete(path, recursive: true);
            }

            bool hasFile = TryDeleteFile(path);
            return new ValueTask<bool>(TryDeleteFile(path + Unfinished) || hasFile || hasDirectory);
        }, key, "deleted");
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Entries()
            .Select(static path => Path.GetFileName(path))
            .Select(static name => name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name)
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public override string? TryGetDirectory(string key) => PathOf(key);

    /// <summary>The file's path.</summary>
    /// <param name="key">The key.</param>
    public override string Describe(string key) => Printable.Of($"file '{PathOf(key)}'");

    /// <summary>The kind and the path.</summary>
    public override string ToString() => Printable.Of($"directory '{DirectoryPath}'");

    private static async Task WriteFileAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Delete,
            BufferSize = NoBuffer,
            Options = FileOptions.Asynchronous,
        };
        var file = new FileStream(path, options);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private static bool TryDeleteFile(string path)
    {
        // Deleting what is not there is an error only where its directory is not there either.
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    private static void TryDeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What matters is the first exception.
        }
    }

    private string[] Entries()
    {
        try
        {
            return Directory.GetFileSystemEntries(DirectoryPath);
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(Printable.Of($"The {this} cannot be read. {exception.Message} Allow this user to do so."), exception);
        }
    }

    private string PathOf(string key)
    {
        ArtifactKey.Check(key);
        return Path.Combine(DirectoryPath, key);
    }

    // An exception of the caller's own stream passes through as it is.
    private async ValueTask<T> TryAsync<T>(Func<ValueTask<T>> act, string key, string what)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(Printable.Of($"The {Describe(key)} cannot be {what}. {exception.Message} Allow this user to do so."), exception);
        }
    }
}
