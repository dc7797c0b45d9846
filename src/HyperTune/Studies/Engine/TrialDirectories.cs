using HyperTune.State.Files;

namespace HyperTune.Studies.Engine;

/// <summary>The directories of trials: in the store, where it has directories, else temporary ones, which go with the study.</summary>
internal sealed class TrialDirectories(ArtifactStore? store) : IDisposable
{
    private readonly Lock _lock = new();
    private string? _temporary;

    /// <summary>The path of a trial's directory, which is there from now on.</summary>
    public string Open(string scope, int number)
    {
        string key = FileKey.DirectoryOf(scope, number);
        string path = store?.TryGetDirectory(key) ?? Path.Combine(Temporary(), key);
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>The path of a trial's directory; <see langword="null"/> where there is none on this machine.</summary>
    public string? Find(string scope, int number)
    {
        string key = FileKey.DirectoryOf(scope, number);
        string? path = store?.TryGetDirectory(key) ?? (_temporary is { } root ? Path.Combine(root, key) : null);
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>Deletes a directory that is not in the store.</summary>
    public void DeleteTemporary(string key)
    {
        if (_temporary is { } root && Path.Combine(root, key) is var path && Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_temporary))
            {
                Directory.Delete(_temporary, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody still uses a file in it. The system clears its directory for temporary files by itself.
        }
    }

    private string Temporary()
    {
        lock (_lock)
        {
            return _temporary ??= Directory.CreateTempSubdirectory("hypertune-").FullName;
        }
    }
}
