using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace HyperTune.Cli.Dashboard;

/// <summary>The studies of a journal that pages have asked for, each opened once.</summary>
internal sealed class LiveStudies(JournalStorage storage) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<LiveStudy>>> _open = new(StringComparer.Ordinal);

    /// <summary>The journal.</summary>
    public JournalStorage Storage => storage;

    /// <summary>A study.</summary>
    /// <exception cref="BadHttpRequestException">There is none of that name.</exception>
    public async Task<LiveStudy> FindAsync(string name)
    {
        Lazy<Task<LiveStudy>> opening = _open.GetOrAdd(name, static (name, storage) => new(() => LiveStudy.OpenAsync(storage, name, CancellationToken.None)), storage);
        try
        {
            return await opening.Value;
        }
        catch (Exception exception)
        {
            // The next page may find what this one did not.
            _open.TryRemove(new(name, opening));
            if (exception is InvalidOperationException)
            {
                throw new BadHttpRequestException(exception.Message, StatusCodes.Status404NotFound, exception);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<LiveStudy>> opening in _open.Values)
        {
            if (opening is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await (await opening.Value).DisposeAsync();
            }
        }
    }
}
