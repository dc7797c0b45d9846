using System.Text.Json;
using HyperTune.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HyperTune.Cli.Dashboard;

/// <summary>What pages do: enqueue a config, tell a trial, take one out, take notes, stop and extend a study.</summary>
internal sealed class ActionEndpoints(LiveStudies studies)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/~{name}/form", WriteFormAsync);
        routes.MapPost("/api/studies/~{name}/trials", EnqueueAsync);
        routes.MapPost("/api/studies/~{name}/trials/{trial:int}/tell", TellAsync);
        routes.MapPost("/api/studies/~{name}/trials/{trial:int}/exclude", ExcludeAsync);
        routes.MapPost("/api/studies/~{name}/notes", NoteAsync);
        routes.MapPost("/api/studies/~{name}/stop", StopAsync);
        routes.MapPost("/api/studies/~{name}/extend", ExtendAsync);
    }

    private async Task WriteFormAsync(HttpContext context)
    {
        LiveStudy study = await studies.FindAsync(StudyEndpoints.NameOf(context));
        AskedStudy asked = await study.AskAsync();
        await StudyEndpoints.WriteAsync(context, writer => FormDocument.Write(writer, asked.Space, study.Study.Metrics));
    }

    private async Task EnqueueAsync(HttpContext context)
    {
        (LiveStudy study, AskedStudy asked, JsonElement sent) = await ReadAsync(context);
        (double[] vector, IReadOnlyList<ValidationError> errors) = VectorForm.Read(asked.Space, Member(sent, "values", JsonValueKind.Object));
        if (errors.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await StudyEndpoints.WriteAsync(context, writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("errors");
                foreach (ValidationError error in errors)
                {
                    writer.WriteStartObject();
                    writer.WriteString("parameter", error.Name);
                    writer.WriteString("message", error.Message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return;
        }

        int number = await asked.EnqueueAsync(vector);
        await study.LookAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await StudyEndpoints.WriteAsync(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("trial", number);
            writer.WriteEndObject();
        });
    }

    private async Task TellAsync(HttpContext context)
    {
        (LiveStudy study, AskedStudy asked, JsonElement sent) = await ReadAsync(context);
        int trial = StudyEndpoints.TrialOf(context);
        if (sent.TryGetProperty("failed", out JsonElement failed))
        {
            await asked.TellAsync(trial, StoredOutcome.Failed(Text(failed, "failed")), context.RequestAborted);
        }
        else
        {
            Dictionary<string, double> values = Member(sent, "values", JsonValueKind.Object).EnumerateObject()
                .ToDictionary(static member => member.Name, static member => Number(member.Value, member.Name), StringComparer.Ordinal);
            await asked.TellAsync(trial, values, context.RequestAborted);
        }

        await EndAsync(context, study);
    }

    private async Task ExcludeAsync(HttpContext context)
    {
        (LiveStudy study, AskedStudy asked, JsonElement sent) = await ReadAsync(context);
        await asked.ExcludeAsync(StudyEndpoints.TrialOf(context), Text(Member(sent, "reason", JsonValueKind.String), "reason"), context.RequestAborted);
        await EndAsync(context, study);
    }

    private async Task NoteAsync(HttpContext context)
    {
        (LiveStudy study, AskedStudy asked, JsonElement sent) = await ReadAsync(context);
        string name = Text(Member(sent, "name", JsonValueKind.String), "name");
        string? text = sent.TryGetProperty("text", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        await asked.NoteAsync(name, string.IsNullOrEmpty(text) ? null : text, context.RequestAborted);
        await EndAsync(context, study);
    }

    private async Task StopAsync(HttpContext context)
    {
        (LiveStudy study, AskedStudy asked, _) = await ReadAsync(context);
        await asked.RequestStopAsync(context.RequestAborted);
        await EndAsync(context, study);
    }

    private async Task ExtendAsync(HttpContext context)
    {
        (_, AskedStudy asked, JsonElement sent) = await ReadAsync(context);
        JsonElement trials = Member(sent, "trials", JsonValueKind.Number);
        if (!trials.TryGetInt32(out int count) || count < 1)
        {
            throw new BadHttpRequestException($"'trials' is {trials.GetRawText()}; a whole number of at least 1 is allowed.");
        }

        int more = await asked.ExtendAsync(count, context.RequestAborted);
        await StudyEndpoints.WriteAsync(context, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("more", more);
            writer.WriteEndObject();
        });
    }

    private async Task<(LiveStudy Study, AskedStudy Asked, JsonElement Sent)> ReadAsync(HttpContext context)
    {
        LiveStudy study = await studies.FindAsync(StudyEndpoints.NameOf(context));
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (study, await study.AskAsync(), document.RootElement.Clone())
                : throw new BadHttpRequestException("A JSON object is to be sent.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException($"What was sent is no JSON: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    private static JsonElement Member(JsonElement sent, string name, JsonValueKind kind)
        => sent.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind
            ? member
            : throw new BadHttpRequestException($"'{name}' is missing, or is no {kind.ToString().ToLowerInvariant()}.");

    private static string Text(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new BadHttpRequestException($"'{name}' is empty.");

    private static double Number(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new BadHttpRequestException($"'{Printable.Of(name)}' is no number.");

    private static async Task EndAsync(HttpContext context, LiveStudy study)
    {
        await study.LookAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
