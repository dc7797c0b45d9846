using System.Text;
using System.Text.Json;
using HyperTune.Tests.SeveralMetrics;

namespace HyperTune.Tests;

/// <summary>Notes of a study, over every storage.</summary>
public sealed class NotesTests
{
    public static TheoryData<string> Storages => StoragePlace.Storages;

    public static TheoryData<string> StoragesAndMemory => StoragePlace.StoragesAndMemory;

    [Theory]
    [MemberData(nameof(StoragesAndMemory))]
    public async Task Notes_are_written_read_and_removed(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        Assert.Empty(study.Notes);
        await study.Notes.SetAsync("dataset", "v2");
        StudyResult<double[]> before = study.GetResult();
        study.Notes.Set("dataset", "v3 \"é\"\n");
        study.Notes.Set("by", "");
        Assert.Equal(("v3 \"é\"\n", "", null), (study.Notes["dataset"], study.Notes["by"], study.Notes["Dataset"]));
        Assert.Equal([new("by", ""), new("dataset", "v3 \"é\"\n")], study.Notes);
        Assert.Equal((2, "by: , dataset: v3 \"é\"\\n"), (study.Notes.Count, study.Notes.ToString()));
        StudyResult<double[]> between = study.GetResult();
        Assert.True(await study.Notes.RemoveAsync("dataset"));
        Assert.False(study.Notes.Remove("dataset"));
        Assert.Equal([new("by", "")], study.Notes);

        // What a result knows does not change.
        Assert.Equal([new("dataset", "v2")], before.Notes);
        Assert.Equal(["by", "dataset"], between.Notes.Keys);
        study.Run(Studies.Bowl, 3);
        Assert.Equal(3, study.Trials.Count);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Notes_are_there_after_a_restart_and_other_processes_see_them(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> first = place.Open();
        Study<double[]> second = place.Open();
        await first.Notes.SetAsync("a", "1");
        await second.Notes.SetAsync("b", "2");
        Assert.Equal([new("a", "1"), new("b", "2")], second.Notes);
        await second.Notes.RemoveAsync("a");
        first.Run(Studies.Bowl, 1);
        Assert.Equal([new("b", "2")], first.Notes);
        Assert.False(await first.Notes.RemoveAsync("a"));
        await first.Notes.SetAsync("a", "again");
        Assert.Equal([new("a", "again"), new("b", "2")], place.Open().Notes);
        Assert.Equal([new("a", "again"), new("b", "2")], place.Open().GetResult().Notes);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task Looking_at_notes_creates_nothing_and_a_note_does(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        Assert.Empty(study.Notes);
        Assert.Empty(await place.Storage().ListAsync());
        await study.Notes.SetAsync("a", "1");
        Assert.Equal("1", study.Notes["a"]);
        Study<double[]> looking = place.Open(static options => options with { Open = Open.ReadOnly });
        Assert.Equal("1", looking.Notes["a"]);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await looking.Notes.SetAsync("a", "2"));
        Assert.Throws<InvalidOperationException>(() => looking.Notes.Remove("a"));
        Assert.Equal([new("a", "1")], place.Open().Notes);
    }

    [Theory]
    [MemberData(nameof(Storages))]
    public void Many_notes_are_in_the_snapshot_that_replaces_them(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        for (int i = 0; i < 1200; i++)
        {
            study.Notes.Set($"{i % 7}", $"{i}");
        }

        _ = place.Open().Trials.Count;
        Assert.Equal(["1197", "1198", "1199", "1193", "1194", "1195", "1196"], place.Open().Notes.Select(static note => note.Value));
    }

    [Fact]
    public void Studies_of_metrics_have_notes_and_exports_show_them()
    {
        Study<Plane, Tradeoff> study = Study.Optimize<Plane, Tradeoff>(Studies.Seeded);
        Assert.DoesNotContain("\"notes\"", Json(study.GetResult()), StringComparison.Ordinal);
        study.Notes.Set("dataset", "v3");
        StudyResult<Plane, Tradeoff> result = study.Run(static _ => new Tradeoff(1, 1), 1);
        Assert.Equal("v3", result.Notes["dataset"]);
        Assert.Contains("\"notes\":{\"dataset\":\"v3\"}", Json(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_needs_a_name_and_a_text()
    {
        Study<double[]> study = Studies.Minimize();
        await Assert.ThrowsAsync<ArgumentException>(async () => await study.Notes.SetAsync("", "x"));
        Assert.Throws<ArgumentNullException>(() => study.Notes.Set("x", null!));
        Assert.Throws<ArgumentException>(() => study.Notes.Remove(""));
        Assert.Throws<ArgumentNullException>(() => study.Notes[null!]);
    }

    private static string Json(StudyResult<Plane, Tradeoff> result)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            result.WriteJson(writer);
        }

        return Encoding.UTF8.GetString(content.ToArray());
    }
}
