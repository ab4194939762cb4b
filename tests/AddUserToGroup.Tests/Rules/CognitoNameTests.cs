using AddUserToGroup.Rules;

namespace AddUserToGroup.Tests.Rules;

public sealed class CognitoNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("EDITORS")]
    [InlineData("5468d468-4061-70ed-8870-45c766d26225")]
    [InlineData("ann+news@example.com")]
    [InlineData("Google_1234567890")]
    [InlineData("a,b/c\\d\"e'f<g>{h}")]
    [InlineData("Zoë")]
    [InlineData("Zoe\u0308")]
    [InlineData("编辑")]
    [InlineData("😀")]
    [InlineData("\uFFFD")]
    [InlineData("a\u0378")]
    [InlineData("❤\uFE0F")]
    [InlineData("a\u034Fb")]
    [InlineData("\u2801")]
    public void Accepts_what_Cognito_accepts(string name) => Assert.Null(Problem(name));

    [Theory]
    [InlineData("a b", "white space (U+0020, character 2)")]
    [InlineData(" a", "white space (U+0020, character 1)")]
    [InlineData("a ", "white space (U+0020, character 2)")]
    [InlineData(" ", "white space (U+0020, character 1)")]
    [InlineData("a\n", "white space (U+000A, character 2)")]
    [InlineData("a\r\nb", "white space (U+000D, character 2)")]
    [InlineData("a\tb", "white space (U+0009, character 2)")]
    [InlineData("a\0", "a control character (U+0000, character 2)")]
    [InlineData("a\u0007b", "a control character (U+0007, character 2)")]
    [InlineData("a\u0085b", "white space (U+0085, character 2)")]
    [InlineData("a\u00A0b", "white space (U+00A0, character 2)")]
    [InlineData("a\u2028b", "white space (U+2028, character 2)")]
    [InlineData("a\u2029b", "white space (U+2029, character 2)")]
    [InlineData("a\u200Bb", "an invisible format character (U+200B, character 2)")]
    [InlineData("a\u202Eb", "an invisible format character (U+202E, character 2)")]
    [InlineData("\uFEFFa", "an invisible format character (U+FEFF, character 1)")]
    [InlineData("👩\u200D🚀", "an invisible format character (U+200D, character 2)")]
    [InlineData("a\uE000b", "a private-use character (U+E000, character 2)")]
    [InlineData("😀\U000F0000", "a private-use character (U+F0000, character 2)")]
    [InlineData("a\u115F", "a character that looks like a blank (U+115F, character 2)")]
    [InlineData("a\u1160", "a character that looks like a blank (U+1160, character 2)")]
    [InlineData("\u2800", "a character that looks like a blank (U+2800, character 1)")]
    [InlineData("\u3164", "a character that looks like a blank (U+3164, character 1)")]
    [InlineData("a\uFFA0b", "a character that looks like a blank (U+FFA0, character 2)")]
    public void Rejects_and_names_a_character_that_shows_nothing(string name, string found) =>
        Assert.Equal($"must not contain {found}", Problem(name));

    [Fact]
    public void Rejects_half_a_surrogate_pair() =>
        Assert.Equal("must not contain half a surrogate pair (character 2)", Problem("a\uD83D"));

    [Fact]
    public void Rejects_a_missing_name() => Assert.Equal("is missing", Problem(null));

    [Fact]
    public void Rejects_the_empty_name() => Assert.Equal("must not be empty", Problem(""));

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("😀")]
    public void Counts_the_length_in_characters_up_to_128(string character)
    {
        Assert.Null(Problem(Repeat(character, 128)));
        Assert.Equal("must not be longer than 128 characters", Problem(Repeat(character, 129)));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string? Problem(string? name)
    {
        Assert.Equal(CognitoName.IsValid(name, out var problem), problem is null);
        return problem;
    }
}
