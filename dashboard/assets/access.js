// When the session is over, the page goes to the sign-in page, and back afterwards.
(function () {
  const ask = window.fetch;

  function signInAgain(answer) {
    answer
      .clone()
      .json()
      .then(function (refusal) {
        if (!refusal.address) return;
        const query = new URLSearchParams({
          reason: "expired",
          next: location.pathname + location.search,
        });
        location.assign(refusal.address + "?" + query);
      })
      .catch(function () {}); // no answer of ours
  }

  window.fetch = async function (...request) {
    const answer = await ask.apply(this, request);
    if (answer.status === 401) signInAgain(answer);
    return answer;
  };
})();
