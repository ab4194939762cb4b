using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class WorkflowTests
{
    private readonly Workflow _build = Workflow.Build;

    [Fact]
    public void There_is_one_workflow() =>
        Assert.Equal(
            ["build.yml"],
            Directory.GetFiles(Path.Combine(RepositoryRoot.Folder, ".github", "workflows")).Select(Path.GetFileName));

    [Fact]
    public void It_runs_on_pushes_and_pull_requests_and_never_with_the_rights_of_the_target() =>
        Assert.Equal(["push", "pull_request"], _build.Triggers);

    [Fact]
    public void Every_action_is_GitHubs_own_and_pinned_to_a_commit()
    {
        var actions = _build.AllSteps.Select(step => Workflow.Read(step, "uses")).OfType<string>().ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^actions/[a-z-]+@[0-9a-f]{40}$", action));
    }

    [Fact]
    public void Each_pin_says_which_version_it_is()
    {
        var lines = RepositoryRoot.ReadText(".github/workflows/build.yml").Split('\n')
            .Where(line => line.Contains("uses:", StringComparison.Ordinal));

        Assert.All(lines, line => Assert.Matches(@"# v\d+\.\d+\.\d+$", line));
    }

    [Fact]
    public void The_same_action_is_the_same_commit_everywhere() =>
        Assert.All(
            _build.AllSteps.Select(step => Workflow.Read(step, "uses")).OfType<string>()
                .GroupBy(action => action.Split('@')[0]),
            action => Assert.Single(action.Distinct()));

    [Fact]
    public void Nothing_is_permitted_but_what_a_job_says()
    {
        Assert.Empty(_build.Permissions);
        Assert.All(_build.Jobs, job => Assert.NotEmpty(_build.PermissionsOf(job)));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("package")]
    public void A_job_that_runs_others_code_may_only_read(string job) =>
        Assert.Equal(new Dictionary<string, string> { ["contents"] = "read" }, _build.PermissionsOf(job));

    [Fact]
    public void The_job_that_may_write_runs_nothing_of_the_repository()
    {
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["contents"] = "write",
                ["id-token"] = "write",
                ["attestations"] = "write",
            },
            _build.PermissionsOf("release"));
        Assert.Equal("package", $"{_build.Job("release")["needs"]}");
        Assert.DoesNotContain(_build.Steps("release"), step =>
            Workflow.Read(step, "uses")?.StartsWith("actions/checkout", StringComparison.Ordinal) == true);
        Assert.All(
            _build.Steps("release").Select(step => Workflow.Read(step, "run")).OfType<string>(),
            run => Assert.StartsWith("gh release create ", run, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_version_tag_that_passed_the_checks_is_packaged()
    {
        Assert.Equal("startsWith(github.ref, 'refs/tags/v')", $"{_build.Job("package")["if"]}");
        Assert.Equal("check", $"{_build.Job("package")["needs"]}");
    }

    [Fact]
    public void Every_architecture_that_the_template_offers_is_packaged()
    {
        var offered = Regex.Match(
            RepositoryRoot.ReadText("template.yaml"), @"Architecture:\n(?:    .*\n)*?    AllowedValues: \[(.*)\]");

        var packaged = ((YamlDotNet.RepresentationModel.YamlSequenceNode)
            _build.Job("package")["strategy"]["matrix"]["include"]).Select(it => $"{it["architecture"]}");

        Assert.Equal(offered.Groups[1].Value.Split(", "), packaged);
    }

    [Fact]
    public void No_text_of_others_becomes_part_of_a_command() =>
        Assert.All(
            _build.AllSteps.Select(step => Workflow.Read(step, "run")).OfType<string>(),
            run => Assert.DoesNotContain("${{", run, StringComparison.Ordinal));

    [Fact]
    public void No_secret_is_used_but_the_jobs_own_token() =>
        Assert.DoesNotContain(
            "secrets.", RepositoryRoot.ReadText(".github/workflows/build.yml"), StringComparison.Ordinal);

    [Fact]
    public void The_checkout_leaves_no_token_behind() =>
        Assert.All(
            _build.AllSteps.Where(step =>
                Workflow.Read(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
            step => Assert.Equal("false", $"{step["with"]["persist-credentials"]}"));

    [Fact]
    public void Every_job_ends_some_time() =>
        Assert.All(_build.Jobs, job => Assert.Contains("timeout-minutes", _build.Job(job).Children.Keys.Select(it => $"{it}")));
}
