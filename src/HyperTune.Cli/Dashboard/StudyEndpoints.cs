using System.Globalization;
using System.Text;
using System.Text.Json;
using HyperTune.Cli.Output;
using HyperTune.Views.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace HyperTune.Cli.Dashboard;

/// <summary>What pages read: the list of studies, a study, what happens in it, and what its trials saved.</summary>
internal sealed class StudyEndpoints(LiveStudies studies, DashboardOptions options)
{
    private const int ShownDigits = 5;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies", WriteListAsync);
        routes.MapGet("/api/studies/~{name}", WriteStudyAsync);
        routes.MapGet("/api/studies/~{name}/events", WriteEventsAsync);
        routes.MapGet("/api/studies/~{name}/trials/{trial:int}/artifacts/{artifact}", WriteArtifactAsync);
    }

    /// <summary>The name of the study that a request is about. A tilde stands before it: of a name that is one dot or two a browser would make another address.</summary>
    internal static string NameOf(HttpContext context) => SegmentOf(context, 3)[1..];

    // A route's own values leave the slashes of a name escaped, and so tell them from no others.
    private static string SegmentOf(HttpContext context, int place)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Uri.UnescapeDataString(target.Split('?')[0].Split('/')[place]);
    }

    internal static int TrialOf(HttpContext context) => int.Parse((string)context.GetRouteValue("trial")!, CultureInfo.InvariantCulture);

    internal static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        using var content = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(content))
        {
            write(writer);
        }

        await WriteAsync(context, content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    private async Task WriteListAsync(HttpContext context)
    {
        var open = new List<RestoredStudy>();
        foreach (string name in await studies.Storage.ListAsync(context.RequestAborted))
        {
            LiveStudy live = await studies.FindAsync(name);
            await live.LookAsync(context.RequestAborted);
            open.Add(live.Study);
        }

        await WriteAsync(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("readOnly", options.IsReadOnly);
            writer.WriteString("journal", studies.Storage.Path);
            writer.WriteStartArray("studies");
            foreach (RestoredStudy study in open)
            {
                writer.WriteStartObject();
                writer.WriteString("name", study.Name);
                writer.WriteString("goal", StudyText.Goal(study));
                writer.WriteString("counts", StudyText.Counts(study));
                writer.WriteString("best", StudyText.Observed(study, ShownDigits));
                writer.WriteNumber("trials", study.Result.Trials.Count);
                writer.WriteNumber("running", study.Totals.CountOf(TrialState.Running));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private async Task WriteStudyAsync(HttpContext context)
    {
        LiveStudy study = await studies.FindAsync(NameOf(context));
        await WriteAsync(context, await study.ReadAsync(context.RequestAborted));
    }

    private async Task WriteEventsAsync(HttpContext context)
    {
        LiveStudy study = await studies.FindAsync(NameOf(context));
        string? position = context.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : context.Request.Query["after"];
        if (!long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out long after))
        {
            throw new BadHttpRequestException("'after' is to be the sequence number of the study that was read.");
        }

        context.Response.ContentType = "text/event-stream";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        await using IAsyncEnumerator<StudyPatch> patches = study.FollowAsync(after, ended.Token).GetAsyncEnumerator(ended.Token);
        Task<bool> next = patches.MoveNextAsync().AsTask();
        await WriteLinesAsync(context, ": following\n\n");
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(Heartbeat, ended.Token)) != next)
                {
                    ended.Token.ThrowIfCancellationRequested();
                    await WriteLinesAsync(context, ": here\n\n");
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                await WriteAsync(context, patches.Current);
                next = patches.MoveNextAsync().AsTask();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
        {
            await WriteLinesAsync(context, $"event: gone\ndata: {JsonEncodedText.Encode(exception.Message)}\n\n");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The page was closed.
        }
        finally
        {
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task WriteAsync(HttpContext context, StudyPatch patch)
    {
        if (patch.Content is not { } content)
        {
            await WriteLinesAsync(context, "event: reload\ndata: {}\n\n");
            return;
        }

        string sequence = NumberFormat.Invariant(patch.Sequence);
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"event: patch\nid: {sequence}\ndata: "), context.RequestAborted);
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
        await WriteLinesAsync(context, "\n\n");
    }

    private static async Task WriteLinesAsync(HttpContext context, string lines)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(lines), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private async Task WriteArtifactAsync(HttpContext context)
    {
        LiveStudy study = await studies.FindAsync(NameOf(context));
        int number = TrialOf(context);
        string name = SegmentOf(context, 7);
        if (number >= study.Study.Result.Trials.Count || study.Study.Result.Trials[number].Artifacts.FirstOrDefault(artifact => artifact.Name == name) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Nothing that somebody saved runs in the page's name.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        string type = MediaType.Of(name);
        context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
        context.Response.Headers.ContentDisposition = type == MediaType.Bytes ? "attachment" : "inline";
        await using Stream content = await found.OpenAsync(context.RequestAborted);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
