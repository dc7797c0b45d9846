namespace HyperTune.Tests;

/// <summary>Narrowing parameters that only exist under a condition, the cases of unions, the elements of lists and optional parts.</summary>
public sealed class NarrowedStructureTests
{
    [Fact]
    public void An_inactive_parameter_is_narrowed_for_when_it_comes_to_life()
    {
        SearchSpace<MixedConfig> space = MixedConfig.Space.Narrow(s => s.Rotation.To(5, 6));
        MixedConfig[] configs = NarrowingTests.Draw(space);
        Assert.Contains(configs, static config => !config.Augment);
        Assert.All(configs.Where(static config => config.Augment), static config => Assert.InRange(config.Rotation, 5, 6));
        Assert.False(space.Default.Augment);
    }

    [Fact]
    public void What_decides_over_others_can_be_narrowed()
    {
        Assert.All(NarrowingTests.Draw(MixedConfig.Space.Narrow(s => s.Augment.Fix(true))), static config => Assert.True(config.Augment));
        SearchSpace<UnionConfig> space = UnionConfig.Space.Narrow(s => s.Solver.Case.Only("Gradient", "Exact"), s => s.Solver.Gradient.Rate.AtMost(0.1));
        UnionConfig[] configs = NarrowingTests.Draw(space);
        Assert.DoesNotContain(configs, static config => config.Solver is Solver.Newton);
        Assert.Contains(configs, static config => config.Solver is Solver.Exact);
        Assert.All(configs.Select(static config => config.Solver).OfType<Solver.Gradient>(), static gradient => Assert.InRange(gradient.Rate, 1e-3, 0.1));
    }

    [Fact]
    public void A_default_follows_the_case_that_is_left()
    {
        UnionConfig config = UnionConfig.Space.Narrow(s => s.Solver.Case.Fix("Newton")).Default;
        Assert.IsType<Solver.Newton>(config.Solver);
    }

    [Fact]
    public void All_elements_of_a_list_are_narrowed_at_once_or_one_by_one()
    {
        SearchSpace<ListConfig> space = ListConfig.Space.Narrow(
            s => s.Stages.Each.Width.To(32, 64), s => s.Stages[0].Dropout.Fix(0.25), s => s.Stages.Count!.AtLeast(2));
        ListConfig[] configs = NarrowingTests.Draw(space);
        Assert.Equal([2, 3], configs.Select(static config => config.Stages.Length).Distinct().Order());
        Assert.All(configs.SelectMany(static config => config.Stages), static stage => Assert.InRange(stage.Width, 32, 64));
        Assert.All(configs, static config => Assert.Equal(0.25, config.Stages[0].Dropout));
        Assert.True(configs.Select(static config => config.Stages[1].Dropout).Distinct().Count() > 9);
        Assert.Equal("Stages[*].Width", ListConfig.Space.Stages.Each.Width.Name);
        Assert.Equal(3, space.Parameters.Count(static parameter => parameter.Name.EndsWith("Width", StringComparison.Ordinal) && parameter.Distribution.High == 64));
    }

    [Fact]
    public void Lists_in_lists_and_lists_of_numbers_are_narrowed_throughout()
    {
        SearchSpace<NestedListConfig> space = NestedListConfig.Space.Narrow(
            s => s.Blocks.Each.Widths.Each.AtMost(3), s => s.Blocks.Each.Widths.Count!.Fix(2), s => s.Blocks[1].Widths.Each.Fix(1), s => s.Rates.Each.AtLeast(0.5));
        NestedListConfig[] configs = NarrowingTests.Draw(space);
        Assert.All(configs.SelectMany(static config => config.Blocks), static block => Assert.Equal(2, block.Widths.Length));
        Assert.All(configs.SelectMany(static config => config.Blocks.SelectMany(static block => block.Widths)), static width => Assert.InRange(width, 1, 3));
        Assert.All(configs.Where(static config => config.Blocks.Length > 1), static config => Assert.All(config.Blocks[1].Widths, static width => Assert.Equal(1, width)));
        Assert.All(configs.SelectMany(static config => config.Rates), static rate => Assert.InRange(rate, 0.5, 1));
        Assert.Equal(3, configs.SelectMany(static config => config.Blocks[0].Widths).Distinct().Count());
    }

    [Fact]
    public void An_optional_part_is_left_out_or_kept()
    {
        Assert.All(NarrowingTests.Draw(NestedListConfig.Space.Narrow(s => s.Extra.Absent())), static config => Assert.Null(config.Extra));
        Assert.All(
            NarrowingTests.Draw(NestedListConfig.Space.Narrow(s => s.Extra.Present(), s => s.Extra.Space.Width.Fix(32))),
            static config => Assert.Equal(32, config.Extra!.Value.Width));
    }

    [Fact]
    public void Only_a_whole_space_is_narrowed()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => UnionConfig.Space.Solver.Narrow(s => s.Gradient.Momentum.Fix(0.5)));
        Assert.Contains("This 'Solver' is a part of another search space", exception.Message);
        Assert.All(NarrowingTests.Draw(Solver.Space.Narrow(s => s.Case.Fix("Exact"))), static solver => Assert.IsType<Solver.Exact>(solver));
    }

    [Fact]
    public void A_narrowed_finite_space_counts_and_numbers_its_own_configs()
    {
        SearchSpace<FiniteConfig> space = FiniteConfig.Space.Narrow(s => s.Row.To(2, 3), s => s.Column.AtMost(0.25), s => s.Flag.Fix(true));
        Assert.Equal(6, space.Cardinality);
        var all = new SpaceEnumeration(space.Parameters);
        double[] vector = new double[space.DimensionCount];
        var seen = new HashSet<FiniteConfig>();
        for (int rank = 0; rank < 6; rank++)
        {
            all.Unrank(rank, vector);
            Assert.Equal(rank, all.Rank(vector));
            Assert.True(seen.Add(space.Decode(vector)));
        }

        Assert.All(seen, config => Assert.Empty(((SearchSpace<FiniteConfig>)space).Validate(config)));
    }
}
